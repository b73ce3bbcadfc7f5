"""Small talk: words that carry nothing, alone or as a phrase."""

from __future__ import annotations

ASIDES = (
    # who says so
    "my|a brother|buddy|cousin|dad|father|friend|mate|uncle bets|claims|insists|says that?",
    "my|a brother|buddy|cousin|dad|father|friend|mate|uncle said|swears|thinks that?",
    "my|a boss|coworker|husband|kid|mom|mother|neighbor|pal|son|wife claims|insists|says that?",
    "my|a boss|coworker|husband|kid|mom|mother|neighbor|pal|son|wife said|swears|thinks that?",
    "everybody|everyone|somebody|someone|people|they says|say|said|claims|claim that?",
    "i bet|read|think|thought|guess|believe|heard|swear|recall|remember|reckon that?",
    "my|a brother|buddy|cousin|dad|father|friend|mate|uncle says|said|swears|thinks it was|is {n}",
    "my|a boss|coworker|husband|kid|mom|mother|son|wife says|said|swears|thinks it was|is {n}",
    "long time fan|listener|lurker|reader here?",
    "first time caller|poster|asker here?",
    "im? new to this|the|nascar sport|game|series|racing?",
    "if i recall|remember correctly|right?",
    "correct me if im wrong but?",
    "im pretty? sure|certain",
    "not sure if?",
    "no idea",
    "believe it or not",
    "nobody|noone expected|saw it|that|this coming? but?",
    "no one expected|saw it|that|this coming? but?",
    # why it is asked
    "for a|my|the bet|quiz|project|school|article|podcast|show|argument|debate|friend",
    "to? settle|settling a|an|the|this|our bet|argument|debate|dispute",
    "ive|i got|have a? bet on|going? with my? buddy|friend?",
    "for the record",
    "in|from|per|according|on? to? the record|stat|history book|books",
    "out of curiosity|interest",
    "just for fun|kicks",
    "refresh|jog my memory",
    "pop quiz",
    "trivia question|time",
    "heres a|one? question|one for you?",
    "quick question|one",
    "real quick",
    # turning to something
    "when it comes to",
    "as far as",
    "as for",
    "speaking|talking of|about",
    "we talking|talkin about",
    "with|in regard|regards|respect to",
    "more often than behind|not",
    "in|over|during|of that|this stretch|span|period|timeframe|decade",
    "any day of the week",
    "counting only points races|events",
    "points races|events only",
    "only? points paying races|events",
    "in points races|events",
    "points races",
    # where and how far
    "at|by|as of the? end|close of the? season|year|race",
    "end of the? season|year",
    "at years|seasons end",
    "at the end|finish|checkered|checkers|stripe|flag",
    "in order",
    "across the? finish? line|stripe",
    "in seconds|secs",
    "from start to finish",
    "to date",
    "on the? schedule|calendar",
    "end|ended|ends|wind|wound up with",
    "end|ends|ended|finish|finishes|finished with",
    "came|come|comes in a|an",
    "came|come|comes at|on|with|driving|while",
    "yes please",
    "break|breaks|broke through for",
    "for me",
    "of em|them all",
    "in all",
    "of the two|other",
    "of each other",
    "any year",
    "through the years",
    "or nah|not",
    "cut short",
)
"""Said around a question with words that could mean something: "i bet", "for the record"."""

FILLERS = """
    inside haul hauls plus spend spends spent waited ages forever
    own owns owned holds boast boasts possess possesses tallied tallies logged recorded
    among amongst amid regarding concerning
    saw sits reach reached reaches
    whole entire duh tf nah stuck club always went cut short
    because bc cuz cos though tho definitely def probably prolly honestly literally basically
    tbh ngl imo imho smh fr rn atm lmk idk iirc afaik fwiw istg lowkey highkey fam mate
    homie boss yep yup nope nah ayo whoa wow omg geez dang damn
    aka secs sec within instead tied brother flew flown waved thrown still schedule
    calendar
    a an and are as at be been being but by for from i if in into is it its me my of off on our
    out over so that the them their theirs then there these they this those to u under up ur us
    was we were with ya yall you your

    can could did do does doing done dont doesnt had has have having isnt let lets would wasnt
    go goes gone comes become became belong belongs happen happened happens occur occurred
    get gets getting got gotten gave give given gives find finding found hold held
    gimme gotta lemme look looking see seen show tell wanna want wanted
    believe dunno explain forget forgot guess heard help know knew known recall reckon remember
    swear think thought wonder wondered wondering

    accumulate accumulated achieve achieved amass amassed bag bagged boast boasts bring brought
    capture captured chalk chalked claim claimed collect collected compile compiled deliver
    delivered earn earned earns endure endured enjoy enjoyed garnered grab grabbed log
    logged made make makes making manage managed nab nabbed notch notched pick picked pile piled
    post posted produce produced pull pulled put rack racked registered score scored
    scores scoring secure secured snag snagged snatch snatched stole suffer suffered take taken
    takes took tallied

    about across actually again already also amazingly back basically btw certainly clearly
    completely currently definitely during even exactly fully here honestly how hows incredibly
    just literally maybe now obviously oh only perhaps personally possibly presumably
    probably pro really seriously simply still supposedly surely surprisingly though tho through
    throughout too totally truly while yet official officially

    any anybody anyone career car cars correct count counting doubleheader combining exact finish
    guy including inclusive lot lots many much n name nascar nascars number often one ones person
    place places position positions precise right s same series some somebody someone spot
    spots start down tally tallies total true w whats whos theyre

    aight alright anyhow anyway anyways bro bruh buddy cheers curious dear dude em fam fellas
    folks fyi gents gosh greetings guys haha hello hey hi hiya hmm hmmm howdy huh im ive jeez
    kinda lmao lmk lol man mate nah ngl nope ok okay omg ooh peeps please pls plz question
    questions sir sorta sup tbh thank thanks thx trivia ugh uh um wait well whoa wow wtf yeah yep
    yes yo yup
""".split()

FILLER_PHRASES = (
    "do|does you|anybody|anyone|somebody|someone know|recall|remember",
    "can|could you tell me",
    "tell me",
    "i want to know",
    "i wanna know",
    "just wondering|curious",
    "i was wondering",
    "let me know",
    "got any idea",
    "any idea|ideas|clue|guess|chance",
    "i cant|dont|forget|forgot who|what|which? remember|recall?",
    "i cant|dont remember|recall|know",
    "hear me out",
    "in terms of",
    "same thing|question|deal again? for|in|but?",
    "the old|former",
    "as of",
    "a total of",
    "at the|this track|venue",
    "in the race|races",
    "in the|that series|standings",
    "up to now",
    "so far",
    "to date",
    "by the way",
    "on? my birthday",
    "never mind",
    "was able to",
    "manage|managed to",
    "able to",
    "does it have",
    "is it true that",
    "remind me",
    "help me out",
    "settle an argument|this|a bet",
    "as well",
    "career|cup|truck|xfinity wise",
    "all of em|them",
    "of em|them",
    "break|breaking|broken it|them? down|out|up",
    "breakdown|rundown|tally|tallies of",
    "between two|any his|her|their?",
    "take|took|taken|takes place",
    "came|come|comes|coming away with|out with",
    "walk|walked|walks away|off with",
    "chalk|chalked|pile|piled|rack|racked|ring|rang|run up",
    "brought|bring|took|take home",
    "in mph",
    "the guy|man|driver|one|person who|that|with",
    "that is|was",
    "of any driver|drivers|anybody|anyone",
)
