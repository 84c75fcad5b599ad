"""A programme's workflow as a picture: SVG and Mermaid."""
