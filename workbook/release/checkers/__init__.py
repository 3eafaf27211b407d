"""Outside judges of finished files: EPUBCheck for EPUB, veraPDF and page-validation for PDF."""
