"""How exactly law is read: structure, letters, references, changes and speed, each a program over a folder of laws."""
