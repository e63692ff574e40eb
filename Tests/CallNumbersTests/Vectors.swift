import Foundation

/// One row of the real cases that other projects' tests and documents hold.
struct VectorRow: Decodable, Sendable {
    var id: String
    var kind: String
    var scheme: String
    var input: String?
    var lines: [String]?
    var items: [String]?
    var before: String?
    var after: String?
    var parts: Parts?
    var key: String?
    var algorithm: String?
    var profile: String?
    var judgement: String?
    var note: String?
    var opts: Options?

    struct Options: Decodable, Sendable {
        var isCaseSensitive: Bool
        var isPunctuationSignificant: Bool

        enum CodingKeys: String, CodingKey {
            case sortCase = "sort_case"
            case formatting = "use_formatting_in_sort"
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            isCaseSensitive = try values.decodeIfPresent(String.self, forKey: .sortCase) == ""
            isPunctuationSignificant = try values.decodeIfPresent(Bool.self, forKey: .formatting) ?? false
        }
    }

    struct Parts: Decodable, Sendable {
        var letters: String
        var number: String
        var cutters: [String]
        var words: [String]

        enum CodingKeys: String, CodingKey {
            case letters, number, cutter1, cutters, doon1, doon2, year, rest, remainder
            case cutterOne = "cutter_1"
            case cutterTwo = "cutter_2"
            case cutterThree = "cutter_3"
            case classYear = "class_year"
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            letters = try values.decode(String.self, forKey: .letters)
            number = try values.decode(String.self, forKey: .number)
            func texts(_ keys: [CodingKeys]) throws -> [String] {
                try keys.compactMap { try values.decodeIfPresent(String.self, forKey: $0) }.filter { !$0.isEmpty }
            }
            cutters =
                try texts([.cutter1]) + (values.decodeIfPresent([String].self, forKey: .cutters) ?? [])
                + texts([.cutterOne, .cutterTwo, .cutterThree])
            words = try texts([.doon1, .classYear, .doon2, .year, .rest, .remainder])
        }
    }

    /// Every row, or none when no folder is named. A named folder without the file is an error.
    static func all() throws -> [VectorRow] {
        guard let folder = ProcessInfo.processInfo.environment["LECTERN_VECTORS"] else { return [] }
        let text = try String(contentsOfFile: folder + "/callnumbers.jsonl", encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(VectorRow.self, from: Data($0.utf8)) }
    }
}
