import Foundation
import Testing

@testable import Tags

/// Tags that other projects wrote, from the folder named by LECTERN_VECTORS. Skipped if it is not named; a named
/// folder without the file is a failure.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LECTERN_VECTORS"] != nil))
struct TagVectorTests {
    struct Vector {
        var id: String
        var function: String
        var bytes: [UInt8]
        var expected: [String: Any]
        var isVerified: Bool
    }

    static func vectors() throws -> [Vector] {
        let folder = try #require(ProcessInfo.processInfo.environment["LECTERN_VECTORS"])
        let file = URL(filePath: folder).appending(path: "rfid.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let digits = Array(try #require(row["hex"] as? String))
            let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                UInt8(String(digits[$0...($0 + 1)]), radix: 16)
            }
            return Vector(
                id: row["id"] as? String ?? "?", function: try #require(row["fn"] as? String), bytes: bytes,
                expected: row["expect"] as? [String: Any] ?? [:], isVerified: row["verified"] as? Bool ?? false)
        }
    }

    @Test func theBasicBlocksOfOtherProjectsAreUnderstood() throws {
        let rows = try Self.vectors().filter { $0.function == "28560-3" && $0.isVerified }
        #expect(rows.count >= 10)
        for row in rows {
            let isReversed = row.expected["orientation"] as? String == "block-reversed"
            let block = BasicBlock(isReversed ? reversedBlocks(row.bytes) : row.bytes)
            let isGood = try #require(row.expected["crc_ok"] as? Bool)
            #expect((block.storedCRC == block.computedCRC) == isGood, "\(row.id)")
            #expect(block.identifier == row.expected["pii"] as? String, "\(row.id)")
            if let isil = row.expected["isil"] as? String {
                #expect(block.owner?.hasSuffix(isil) == true, "\(row.id)")
                if let country = row.expected["country"] as? String {
                    #expect(block.owner == "\(country)-\(isil)", "\(row.id)")
                }
            }
            if let parts = row.expected["parts"] as? Int { #expect(block.parts == parts, "\(row.id)") }
            if let part = row.expected["part"] as? Int { #expect(block.ordinal == part, "\(row.id)") }
        }
    }

    @Test func onlyAGoodCheckValueMakesAnItem() throws {
        for row in try Self.vectors().filter({ $0.function == "28560-3" }) {
            let pii = row.expected["pii"] as? String ?? ""
            switch readTag(bytes: row.bytes, dsfid: nil) {
            case .item(let tag):
                #expect(row.expected["crc_ok"] as? Bool == true, "\(row.id)")
                #expect(tag.item == pii, "\(row.id)")
            case .unverified(let tag, .checksumWrong):
                #expect(row.expected["crc_ok"] as? Bool == false, "\(row.id)")
                #expect(tag.item == pii, "\(row.id)")
            case .patronCard: #expect(row.bytes[0] == 0x81, "\(row.id)")
            case .foreign(.noIdentifier): #expect(pii.isEmpty, "\(row.id)")
            case .blank, .foreign, .unverified: Issue.record("\(row.id) is not understood")
            }
        }
    }

    @Test func tagsOfOtherModelsAreNeverTakenForItems() throws {
        for row in try Self.vectors() where row.function != "28560-3" {
            for dsfid in [nil, 0x00, 0x06] as [UInt8?] {
                if case .item = readTag(bytes: row.bytes, dsfid: dsfid) { Issue.record("\(row.id) passes for an item") }
            }
        }
        for row in try Self.vectors() where row.function == "blank" {
            #expect(readTag(bytes: row.bytes, dsfid: 0) == .blank, "\(row.id)")
        }
    }
}
