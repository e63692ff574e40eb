import Circulation
import Engine
import GRDB
import Glibc
import Testing

/// On a real disk. A folder of its own for each test.
@Suite struct DurabilityTests {
    struct Folder: ~Copyable {
        let path: String
        init() throws {
            var template = Array("/tmp/lectern-engine-XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { throw LibraryError.cannotOpen(path: "/tmp", resultCode: 0) }
            path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        var file: String { path + "/library.sqlite" }
        deinit { for name in ["", "-wal", "-shm"] { unlink(file + name) }; rmdir(path) }
    }

    func filled(_ file: String) throws -> Library {
        let library = try Library(path: file)
        try library.fill { stock in
            try stock.add(Patron(Small.ada, name: "Ada"))
            for number in 1...200 { try stock.add(Item(Small.item(number))) }
        }
        return library
    }

    @Test func aLoanIsOnTheDiskWhenItsAnswerIsThere() throws {
        let folder = try Folder()
        let library = try filled(folder.file)
        _ = try library.checkout(Small.item(1), to: Small.ada, mayRenew: false, at: Small.now)
        // Another process that opens the file, while the first one is still there.
        let other = try DatabaseQueue(path: folder.file)
        #expect(try other.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM loan") } == 1)
        #expect(try other.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        let again = try Library(path: folder.file)
        #expect(try again.openLoan(of: Small.item(1))?.due == Small.due)
    }

    @Test func everyCommitIsSynchronised() throws {
        let folder = try Folder()
        #expect(try filled(folder.file).synchronous() == 2)
    }

    @Test func manyConnectionsLendEveryItemOnce() async throws {
        let folder = try Folder()
        var rules = Rules()
        rules.loanLimit = 500
        _ = try filled(folder.file)
        let library = try Library(path: folder.file, rules: rules)
        let lent = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try (1...100).reduce(0) { sum, number in
                        let result = try library.checkout(
                            Small.item(number), to: Small.ada, mayRenew: false, at: Small.now)
                        return sum + (result.refusal == nil ? 1 : 0)
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(lent == 100)
        #expect(try library.openLoans().count == 100)
    }

    @Test func aFillThatFailsLeavesNothingBehind() throws {
        let library = try Library(inMemory: ())
        #expect(throws: LibraryError.alreadyThere(table: "item")) {
            try library.fill { stock in
                try stock.add(Item(Small.item(1)))
                try stock.add(Item(Small.item(1)))
            }
        }
        #expect(try library.report(on: Small.item(1)) == nil)
    }

    @Test func aFileThatIsNoLibraryIsRefusedInWords() throws {
        let folder = try Folder()
        let junk = try #require(fopen(folder.file, "w"))
        fputs(String(repeating: "no library ", count: 1000), junk)
        fclose(junk)
        let error = #expect(throws: LibraryError.self) { try Library(path: folder.file) }
        #expect(error?.code == "ENGINE-1")
        #expect(error?.advice.contains(folder.file) == true)
        #expect(throws: LibraryError.self) { try Library(path: folder.path + "/none/library.sqlite") }
    }

    @Test func aFileOfANewerReleaseIsNotTouched() throws {
        let folder = try Folder()
        _ = try filled(folder.file)
        let other = try DatabaseQueue(path: folder.file)
        try other.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999')") }
        #expect(throws: LibraryError.newerSchema) { try Library(path: folder.file) }
    }

    @Test func aBrokenFileClosesTheConnectionInsteadOfGuessing() throws {
        let folder = try Folder()
        let library = try filled(folder.file)
        var line = Line(library)
        try DatabaseQueue(path: folder.file).write { try $0.execute(sql: "DROP TABLE loan") }
        #expect(line.say("09N20260105    10150020260105    101500APMAIN|AO|ABB1|AC|").isEmpty)
        #expect(line.session.fault?.code == "ENGINE-5")
        #expect(line.say("9900802.00").isEmpty)
    }

    @Test func everyErrorHasACodeOfItsOwnAndAdvice() {
        let all: [LibraryError] = [
            .cannotOpen(path: "x", resultCode: 1), .notDurable(synchronous: 1), .newerSchema, .busy,
            .failed(resultCode: 10), .alreadyThere(table: "item"), .cannotHash, .badPIN,
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        for error in all { #expect(error.advice.hasSuffix(".")) }
    }
}
