import FoundationEssentials

/// One language: a key and a sentence each. A key that starts with `_` is a remark.
struct WordsFile: Sendable {
    var language: String
    private var patterns: [String: Pattern] = [:]

    /// - Parameter file: `en.json`; its name before the point is the language.
    init(file: String, contents: Data) throws(WordsError) {
        language = String(file.prefix { $0 != "." })
        let values: [String: Value]
        do {
            values = try JSONDecoder().decode([String: Value].self, from: contents)
        } catch DecodingError.dataCorrupted(let context) {
            throw .notJSON(file: file, why: Self.sentence(context))
        } catch {
            throw .notJSON(file: file, why: "it must be one object with a text for each key")
        }
        for key in values.keys.sorted() where !key.hasPrefix("_") {
            guard case .text(let text)? = values[key] else {
                throw .badMessage(file: file, key: key, why: "it must be a text")
            }
            do {
                patterns[key] = try PatternParser.parse(text)
            } catch {
                throw .badMessage(file: file, key: key, why: error.why)
            }
        }
    }

    subscript(key: String) -> Pattern? { patterns[key] }
    var keys: [String] { patterns.keys.sorted() }

    private static func sentence(_ context: DecodingError.Context) -> String {
        let why = context.underlyingError.map { "\($0)" } ?? context.debugDescription
        return String(why.prefix(200).map { $0.isNewline ? " " : $0 })
    }

    private enum Value: Decodable {
        case text(String)
        case somethingElse

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) { self = .text(text) } else { self = .somethingElse }
        }
    }
}
