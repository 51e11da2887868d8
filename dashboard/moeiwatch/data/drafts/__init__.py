"""New records from files and answers: read, compared with what is there, checked, written whole."""
