import Circulation
import Foundation
import GRDB
import Testing

@testable import Journal

@Suite struct ForgettingTests {
    /// The bytes of the database, its log and its index, as they lie on the disk.
    private func filesHold(_ number: String, _ folder: Folder) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { name in
            try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name)).range(of: Data(number.utf8)) != nil
        }
    }

    @Test func aForgottenNumberIsInNoFileAnyMore() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        try journal.append([asked(1, "31", "29999000011112")], at: noon)
        #expect(try filesHold("29999000011112", folder))
        #expect(try journal.forgetPatrons(before: noon.date.adding(days: 1)))
        #expect(try !filesHold("29999000011112", folder))
        let open = try journal.recovered().open
        #expect(open.map(\.patron) == [nil])
        #expect(open.map(\.item) == [ItemBarcode("31")])
    }

    @Test func amongThousandsExactlyTheOldOnesAreGone() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        var dice = Dice(state: 7)
        var number = 0
        for _ in 0..<60 {
            let batch = (0..<50).map { _ in
                number += 1
                // Days come mixed, as they do when a clock was wrong: pages hold old and new side by side.
                let day = noon.date.adding(days: dice.next(below: 10))
                let patron = "2-\(day.text)-\(number)-\(String(repeating: "x", count: dice.next(below: 40)))"
                return Stamped(asked(number, "31", patron), at: LocalTime(day, hour: 9, minute: 0))
            }
            try journal.append(batch)
        }
        for days in [2, 3, 5, 8] {
            #expect(try journal.forgetPatrons(before: noon.date.adding(days: days)))
            for day in 0..<10 {
                let isThere = try filesHold("2-\(noon.date.adding(days: day).text)-", folder)
                #expect(isThere == (day >= days), "day \(day) when \(days) are forgotten")
            }
        }
        #expect(try journal.entries(from: 1, limit: .max).count == 3000)
    }

    @Test func theReaderNeverLearnsANumber() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        try journal.append([asked(1, "31", "21")], at: noon)
        let reader = try JournalReader(folder: folder.path)
        #expect(try reader.entries(from: 1, limit: 9).map(\.entry) == [asked(1, "31", nil)])
        try journal.append([asked(2, "32", "22")], at: noon)
        #expect(try reader.entries(from: 2, limit: 9).map(\.number) == [2], "while the station writes")
        let error = #expect(throws: JournalError.self) { try JournalReader(folder: folder.path + "/nothing") }
        #expect(error?.code == "JOUR-1")
    }

    @Test func theReaderWorksWhenTheStationHasEnded() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        try journal.append([asked(1, "31", "21")], at: noon)
        try journal.close()
        #expect(try JournalReader(folder: folder.path).entries(from: 1, limit: 9).count == 1)
    }
}
