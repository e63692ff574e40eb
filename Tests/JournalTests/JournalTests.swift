import Circulation
import Foundation
import GRDB
import Testing

@testable import Journal

/// A folder of its own for every test, gone afterwards.
final class Folder {
    let path = FileManager.default.temporaryDirectory.path + "/lectern-journal-\(UUID().uuidString)"
    deinit { try? FileManager.default.removeItem(atPath: path) }
}

let noon = LocalTime(LocalDate(year: 2026, month: 1, day: 5)!, hour: 12, minute: 0)

func id(_ number: Int) -> TransactionID { TransactionID(station: "kiosk-1", number: number) }

func asked(_ number: Int, _ item: String, _ patron: String? = nil, _ kind: Kind = .checkout) -> Entry {
    .asked(id(number), kind, ItemBarcode(item), patron.map { PatronBarcode($0) })
}

/// A generator that gives the same numbers for the same seed on every machine (SplitMix64).
struct Dice {
    var state: UInt64
    mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(limit))
    }
}

func history(seed: UInt64, count: Int) -> [Entry] {
    var dice = Dice(state: seed)
    let outcomes: [Outcome] = [
        .lent(due: noon.date, unlocks: true), .lent(due: nil, unlocks: false), .returned(arms: true),
        .returned(arms: false), .refused, .abandoned, .doubtful,
    ]
    var number = 0
    return (0..<count).map { _ in
        let item = ItemBarcode("3\(dice.next(below: 5))")
        switch dice.next(below: 6) {
        case 0, 1:
            number += 1
            let patron = dice.next(below: 2) == 0 ? nil : PatronBarcode("2\(number)")
            return .asked(id(number), dice.next(below: 2) == 0 ? .checkout : .checkin, item, patron)
        case 2: return .settled(id(1 + dice.next(below: number + 1)), outcomes[dice.next(below: outcomes.count)])
        case 3: return .alarm(item, TagUID(0xE004_0100_0000_0000), isOn: dice.next(below: 2) == 0)
        case 4: return .stillAlarmed(item)
        default: return .notProtected(item)
        }
    }
}

@Suite struct JournalTests {
    @Test func aFreshJournalRemembersNothing() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        #expect(try journal.recovered() == Recovered())
        #expect(try journal.entries(from: 1, limit: 10).isEmpty)
    }

    @Test func entriesComeBackAsTheyWereWrittenAndInOrder() throws {
        let folder = Folder()
        let entries = history(seed: 1, count: 300)
        do {
            let journal = try Journal(folder: folder.path)
            #expect(try journal.append(Array(entries.prefix(100)), at: noon) == 100)
            #expect(try journal.append(Array(entries.dropFirst(100)), at: noon) == 300)
            try journal.close()
        }
        let again = try Journal(folder: folder.path)
        let read = try again.entries(from: 1, limit: 1000)
        #expect(read.map(\.entry) == entries)
        #expect(read.map(\.number) == Array(1...300))
        #expect(read.allSatisfy { $0.at == noon })
        #expect(try again.entries(from: 299, limit: 1).map(\.number) == [299])
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func theOpenTablesSayWhatAReplayOfAllEntriesSays(seed: UInt64) throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        let entries = history(seed: seed, count: 120)
        for start in stride(from: 0, to: entries.count, by: 7) {
            try journal.append(Array(entries[start..<min(start + 7, entries.count)]), at: noon)
            let sofar = try journal.entries(from: 1, limit: .max).map(\.entry)
            #expect(try journal.recovered() == Recovered(replaying: sofar))
        }
        #expect(try journal.recovered() == Recovered(replaying: entries))
    }

    @Test func aTransactionThatFailsLeavesNoTrace() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        try journal.append([asked(1, "31", "21")], at: noon)
        let before = try journal.recovered()
        let blocker = try DatabaseQueue(path: folder.path + "/" + Journal.fileName)
        try blocker.write { try $0.execute(sql: "DROP TABLE staff_list") }
        #expect(throws: JournalError.self) {
            try journal.append([asked(2, "32"), .stillAlarmed(ItemBarcode("31"))], at: noon)
        }
        #expect(try journal.entries(from: 1, limit: 9).count == 1)
        #expect(before.lastEntry == 1)
    }

    @Test func whatIsCommittedIsPromisedByTheDisk() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        #expect(try journal.pragma("synchronous") == "2")
        #expect(try journal.pragma("journal_mode") == "wal")
        #expect(try journal.pragma("secure_delete") == "1")
        let rights = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + Journal.fileName)
        #expect(rights[.posixPermissions] as? Int == 0o600)
    }

    @Test func countsKnowNoPatronAndOutliveForgetting() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        let entries: [Entry] = [
            asked(1, "31", "21"), .settled(id(1), .lent(due: nil, unlocks: true)), asked(2, "32", "21"),
            .settled(id(2), .refused),
            asked(3, "31", nil, .checkin), .settled(id(3), .returned(arms: false)),
            .settled(id(3), .returned(arms: false)),
        ]
        try journal.append(entries, at: noon)
        try journal.forgetPatrons(before: noon.date.adding(days: 1))
        let counts = try journal.counts(noon.date...noon.date).map { "\($0.kind) \($0.outcome) \($0.number)" }
        #expect(
            counts == [
                "checkin asked 1", "checkin returned 1", "checkout asked 2", "checkout lent 1", "checkout refused 1",
            ])
    }
}

@Suite struct JournalErrorTests {
    @Test func onlyOneStationMayWrite() throws {
        let folder = Folder()
        let first = try Journal(folder: folder.path)
        #expect(throws: JournalError.usedByAnotherProcess(path: folder.path)) { try Journal(folder: folder.path) }
        try first.close()
    }

    @Test func theLockGoesWithItsJournal() throws {
        let folder = Folder()
        _ = try Journal(folder: folder.path)
        _ = try Journal(folder: folder.path)
    }

    @Test func aJournalOfANewerVersionIsLeftAlone() throws {
        let folder = Folder()
        _ = try Journal(folder: folder.path)
        let queue = try DatabaseQueue(path: folder.path + "/" + Journal.fileName)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
        #expect(throws: JournalError.newerVersion) { try Journal(folder: folder.path) }
        #expect(throws: JournalError.newerVersion) { try JournalReader(folder: folder.path) }
    }

    @Test func aFileThatIsNoJournalIsCalledDamaged() throws {
        let folder = Folder()
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try Data(repeating: 0x55, count: 5000).write(to: URL(fileURLWithPath: folder.path + "/" + Journal.fileName))
        #expect(throws: JournalError.corrupt) { try Journal(folder: folder.path) }
        #expect(throws: JournalError.corrupt) { try JournalReader(folder: folder.path) }
    }

    @Test func aFolderThatCannotBeMadeIsNamed() throws {
        let error = try #require(throws: JournalError.self) { try Journal(folder: "/proc/nowhere/journal") }
        #expect(error.code == "JOUR-1")
        #expect(error.advice.contains("/proc/nowhere/journal"))
    }

    @Test func aFullDatabaseIsADiskFullAndLosesNothing() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        try journal.append([asked(1, "31")], at: noon)
        try journal.limitPages(to: 0)
        let many = (2...2000).map { asked($0, "a barcode that is long enough to fill some pages \($0)") }
        #expect(throws: JournalError.diskFull) { try journal.append(many, at: noon) }
        try journal.limitPages(to: 1_000_000)
        #expect(try journal.append(many, at: noon) == 2000)
    }

    @Test func everyErrorHasItsOwnCodeAndOneSentence() {
        let errors: [JournalError] = [
            .cannotOpen(path: "/x", why: "y"), .usedByAnotherProcess(path: "/x"), .newerVersion, .corrupt, .diskFull,
            .notWritten(code: 10), .notDurable,
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
        #expect(errors.allSatisfy { $0.advice.hasSuffix(".") })
    }
}

extension Journal {
    func pragma(_ name: String) throws -> String? {
        try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }

    func limitPages(to count: Int) throws {
        _ = try queue.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(max(1, count))") }
    }
}
