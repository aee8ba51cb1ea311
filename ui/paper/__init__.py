"""Sheets and letters as pages: planned in millimetres, the same for PDF, printer and preview."""
