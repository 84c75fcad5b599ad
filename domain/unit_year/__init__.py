"""A unit's year: meetings, reports, classifications, discipline, figures that several cases use."""
