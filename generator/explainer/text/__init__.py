"""What is true of any text: its words, sentences, dates and direction, and how two differ. It knows no site."""
