"""Document to record: entities, places, times, quantities, attributions, events, defects."""
