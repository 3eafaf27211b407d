"""An edition made into what a publisher hands on: every form, judged, listed and summed up."""
