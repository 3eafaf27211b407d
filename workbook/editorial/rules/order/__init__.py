"""Rules for the order of a workbook's pages."""
