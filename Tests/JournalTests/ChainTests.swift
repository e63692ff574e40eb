import Circulation
import GRDB
import Testing

@testable import Journal

@Suite struct ChainTests {
    /// FIPS 180-4, the example of the one-block message "abc".
    @Test func theSumIsSHA256() {
        let digest = Chain.sha256(Array("abc".utf8))
        #expect(Array(digest.prefix(8)) == [0xBA, 0x78, 0x16, 0xBF, 0x8F, 0x01, 0xCF, 0xEA])
        #expect(Array(digest.suffix(8)) == [0xB4, 0x10, 0xFF, 0x61, 0xF2, 0x00, 0x15, 0xAD])
        #expect(digest.count == 32)
    }

    @Test func anUntouchedJournalHolds() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        try journal.append(history(seed: 3, count: 200), at: noon)
        try journal.forgetPatrons(before: noon.date.adding(days: 1))
        #expect(try JournalReader(folder: folder.path).firstBroken() == nil)
    }

    @Test(arguments: [
        "UPDATE entry SET item = '39' WHERE sequence = 5",
        "UPDATE entry SET at = '2026-01-06 12:00:00' WHERE sequence = 5",
        "UPDATE entry SET hash = previous WHERE sequence = 5",
        "DELETE FROM entry WHERE sequence = 5",
    ])
    func anEntryThatWasTouchedIsFound(_ sql: String) throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        try journal.append((1...9).map { asked($0, "31") }, at: noon)
        let vandal = try DatabaseQueue(path: folder.path + "/" + Journal.fileName)
        #expect(throws: DatabaseError.self, "the tables refuse it at first") {
            try vandal.write { try $0.execute(sql: sql) }
        }
        try vandal.write {
            try $0.execute(sql: "DROP TRIGGER entry_stays; DROP TRIGGER entry_remains")
            try $0.execute(sql: sql)
        }
        #expect(try JournalReader(folder: folder.path).firstBroken() == 5)
    }
}
