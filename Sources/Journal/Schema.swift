import GRDB

/// The tables, as numbered steps. A step that has been released is never changed: a new one is added.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: first) }
        return migrator
    }

    /// `entry` is the record, `patron` what may be forgotten of it, the rest is derived and could be built again.
    private static let first = """
        CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            kind TEXT NOT NULL,
            station TEXT, number INTEGER,
            action TEXT, item TEXT,
            outcome TEXT, due TEXT,
            tag TEXT, flag INTEGER,
            previous BLOB NOT NULL, hash BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries stay'); END;
        CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries stay'); END;

        CREATE TABLE patron (sequence INTEGER PRIMARY KEY, day TEXT NOT NULL, number TEXT NOT NULL) STRICT;
        CREATE INDEX patron_day ON patron (day);

        CREATE TABLE open (
            sequence INTEGER PRIMARY KEY, station TEXT NOT NULL, number INTEGER NOT NULL,
            action TEXT NOT NULL, item TEXT NOT NULL, UNIQUE (station, number)
        ) STRICT;
        CREATE TABLE staff_list (
            sequence INTEGER PRIMARY KEY, list TEXT NOT NULL, item TEXT NOT NULL, UNIQUE (list, item)
        ) STRICT;
        CREATE TABLE last (only INTEGER PRIMARY KEY CHECK (only = 1), transaction_number INTEGER NOT NULL) STRICT;
        INSERT INTO last VALUES (1, 0);

        CREATE TABLE count (
            day TEXT NOT NULL, kind TEXT NOT NULL, outcome TEXT NOT NULL, number INTEGER NOT NULL,
            PRIMARY KEY (day, kind, outcome)
        ) STRICT, WITHOUT ROWID;
        """
}
