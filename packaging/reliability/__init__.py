"""`dev.py reliability`: what the record promises, shown on the real program with cuts, kills and faults."""
