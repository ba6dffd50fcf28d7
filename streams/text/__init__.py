"""From raw text to folded text, terms and sentences, with every offset kept true."""
