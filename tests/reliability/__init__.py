"""What must hold when something breaks: stopped commands, full disks, damaged files, two commands at once."""
