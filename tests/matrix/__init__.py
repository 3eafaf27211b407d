"""The Complete workbook in every pair of wishes: built, judged and laid out to look at (scripts/matrix)."""
