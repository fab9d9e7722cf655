"""The desk's and the adviser's side: writing down callers, the calls to make, the day's sheet, the roster's report."""
