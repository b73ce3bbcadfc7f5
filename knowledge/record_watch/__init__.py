"""Before a race: what could fall in it, counted from the rows; nothing is foretold."""
