"""Papers from plain data: workbooks, and what is printed."""
