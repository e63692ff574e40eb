import GRDB

/// The tables, in numbered steps. A step that has been released is never changed: add another one.
enum Schema {
    static let first = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE patron (
            id INTEGER PRIMARY KEY, barcode TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('adult', 'child', 'staff')), pin TEXT, expires TEXT,
            lost INTEGER NOT NULL, blocked TEXT) STRICT;
        CREATE TABLE fee (
            id INTEGER PRIMARY KEY, patron INTEGER NOT NULL REFERENCES patron, amount INTEGER NOT NULL,
            currency TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, paid TEXT) STRICT;
        CREATE INDEX feeOfPatron ON fee (patron) WHERE paid IS NULL;
        CREATE TABLE item (
            id INTEGER PRIMARY KEY, barcode TEXT NOT NULL UNIQUE, title TEXT NOT NULL, author TEXT NOT NULL,
            lc TEXT NOT NULL, dewey TEXT NOT NULL, media TEXT NOT NULL, location TEXT NOT NULL, home TEXT,
            status TEXT NOT NULL CHECK (status IN ('ordinary', 'lost', 'missing', 'inProcess', 'reference')),
            transit TEXT) STRICT;
        CREATE TABLE loan (
            id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES item, patron INTEGER NOT NULL REFERENCES patron,
            lent TEXT NOT NULL, due TEXT NOT NULL, renewals INTEGER NOT NULL DEFAULT 0, returned TEXT) STRICT;
        CREATE UNIQUE INDEX loanOfItem ON loan (item) WHERE returned IS NULL;
        CREATE INDEX loanOfPatron ON loan (patron) WHERE returned IS NULL;
        CREATE TABLE hold (
            id INTEGER PRIMARY KEY, patron INTEGER NOT NULL REFERENCES patron, item INTEGER REFERENCES item,
            title TEXT, pickup TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('waiting', 'transit', 'ready')),
            loan INTEGER REFERENCES loan,
            CHECK (item IS NOT NULL OR (title IS NOT NULL AND state = 'waiting'))) STRICT;
        CREATE INDEX holdOfItem ON hold (item) WHERE loan IS NULL;
        CREATE INDEX holdOfTitle ON hold (title) WHERE loan IS NULL;
        CREATE INDEX holdOfPatron ON hold (patron) WHERE loan IS NULL;
        CREATE INDEX holdOfLoan ON hold (loan);
        CREATE UNIQUE INDEX caughtItem ON hold (item) WHERE loan IS NULL AND state <> 'waiting';
        """

    static let steps = [first]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, step) in steps.enumerated() {
            migrator.registerMigration("\(index + 1)") { try $0.execute(sql: step) }
        }
        return migrator
    }
}
