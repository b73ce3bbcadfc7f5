"""The host's hand and the players': what presses and forms do in a quiz night."""
