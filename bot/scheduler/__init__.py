"""What wakes when. The database is the truth; here only alarms are kept."""
