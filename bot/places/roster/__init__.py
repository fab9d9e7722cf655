"""The roster as the office keeps it: read, compared with what is published, previewed, published; absences."""
