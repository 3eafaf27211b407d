"""Outside judges of the finished files: EPUBCheck for EPUB, veraPDF for PDF/UA and PDF/A."""
