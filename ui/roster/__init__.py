"""The roster page: days by places, as in a spreadsheet, with what is wrong and what is fair beside it."""
