"""Relief: plans, queues, new schedules, costs, and whether relief was given."""
