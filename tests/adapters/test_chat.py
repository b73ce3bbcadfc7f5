"""A chat in the terminal: questions, follow-ups, choices by number, and a way out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from adapters.console.app import Chat
from bot.next_steps import EXAMPLES
from tests.bot.small_book import HEIM, PETTY, SmallBook

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.console.talk import Talk
    from tests.adapters.conftest import Spotter


@pytest.fixture
def chat_about(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Type lines into a chat until they end, and read what it said."""

    def chat(*lines: str) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        Chat(talk.listening()).run()
        return capsys.readouterr().out

    return chat


def test_a_follow_up_sees_the_turn_before(
    chat_about: Callable[..., str], small_book: SmallBook
) -> None:
    said = chat_about("heim", "and 2024?", "quit")

    assert HEIM.headline in said
    assert ("and 2024?", HEIM) in small_book.asked


def test_a_number_picks_from_the_choice_before_it(
    chat_about: Callable[..., str], small_book: SmallBook
) -> None:
    chat_about("petty", "2")

    assert small_book.asked[-1] == ("Lee Petty", PETTY)


def test_a_number_picks_an_example_too(
    chat_about: Callable[..., str], small_book: SmallBook
) -> None:
    chat_about("weather", "1")

    assert small_book.asked[-1][0] == EXAMPLES[0]


@pytest.mark.parametrize("typed", ["0", "3", "43", "\u00b2"])
def test_a_number_that_picks_nothing_is_a_question(
    typed: str, chat_about: Callable[..., str], small_book: SmallBook
) -> None:
    chat_about("petty", typed)

    assert small_book.asked[-1][0] == typed


def test_help_and_about_are_commands_not_questions(
    chat_about: Callable[..., str], small_book: SmallBook
) -> None:
    said = chat_about("help", "ABOUT")

    assert "ask <question>" in said
    assert "The record book holds" in said
    assert not small_book.asked


def test_an_empty_line_asks_nothing(chat_about: Callable[..., str], small_book: SmallBook) -> None:
    chat_about("", "   ", "quit", "heim")

    assert not small_book.asked


def test_more_shows_the_last_answer_again_without_asking_again(
    chat_about: Callable[..., str], small_book: SmallBook
) -> None:
    said = chat_about("heim", "more")

    assert said.count(HEIM.headline) == 2
    assert len(small_book.asked) == 1


def test_more_of_nothing_is_a_question(
    chat_about: Callable[..., str], small_book: SmallBook
) -> None:
    chat_about("more")

    assert small_book.asked == [("more", None)]


def test_a_bug_does_not_end_the_chat(chat_about: Callable[..., str]) -> None:
    said = chat_about("break", "heim")

    assert "Sorry, something went wrong" in said
    assert HEIM.headline in said


def test_a_command_is_typed_with_its_options(
    chat_about: Callable[..., str], small_book: SmallBook
) -> None:
    chat_about("/leaders measure=poles series=truck season=2010-2015", "/driver Heim season=2025")

    asked = [question for question, _ in small_book.asked]
    assert "most poles in truck 2010-2015" in asked
    assert "tell me about Heim 2025" in asked


def test_a_command_that_is_not_there_is_named(chat_about: Callable[..., str]) -> None:
    assert "I have no command called dance." in chat_about("/dance")


def test_a_wrong_answer_is_reported_line_by_line(
    chat_about: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    said = chat_about("heim", "2", "1", "it was thirteen")

    assert "This is how I understood the question." in said
    assert "Thank you" in said
    assert "it was thirteen" in caplog.text


def test_settings_are_chosen_by_numbers_and_hold_for_the_chat(
    spotter: Spotter,
) -> None:
    typed = "settings\n1\n4\n1\nheim\n\nmost wins at Talladega\nsettings\n1\n\n\n-\n\nquit\n"

    said = spotter("chat", typed=typed.encode()).stdout.decode()

    assert "Timothy Peters" in said
    assert "Truck is your default" in said
    assert "Truck (your own)" in said


def test_a_recap_is_posted_in_a_terminal_and_taken_back(spotter: Spotter) -> None:
    use_this_channel, post_now, undo = "1", "1", "3"
    there = f"{use_this_channel}\ngarage\nthe garage\n\n"
    ours = "what did we write about Michigan"
    typed = f"/recap 2025 cup race 15\n{there}{post_now}\n{ours}\n"
    back = f"/recap 2025 cup race 15\n{undo}\n{ours}\nquit\n"

    said = spotter("chat", typed=f"{typed}{back}".encode()).stdout.decode()

    posted, _, after = said.partition("--- Posted in garage ---")
    assert posted
    assert "Our own recap by you" in after
    assert "--- Taken back from garage: post 1 ---" in after
    assert "We have posted no recap about Michigan here." in after


def test_a_recap_is_drafted_block_by_block_in_a_chat(spotter: Spotter) -> None:
    stages, leave_out = "9", "4"
    typed = f"/recap 2025 cup race 15\n{stages}\n{leave_out}\n/recap\nquit\n"

    said = spotter("chat", typed=typed.encode()).stdout.decode()

    assert "Denny Hamlin wins the 2025 Firekeepers Casino 400" in said
    assert "numbers and names agree with the rows" in said
    assert said.count("Stage 1 went to Chris Buescher") == 2
    assert "2025 Firekeepers Casino 400: draft" in said
