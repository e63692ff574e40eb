/// Why the words could not be loaded. Files are named as they are called on the disk.
public enum WordsError: Error, Equatable, Sendable {
    case unreadable(path: String)
    case notJSON(file: String, why: String)
    case badMessage(file: String, key: String, why: String)
    case noEnglish(path: String)
}

extension WordsError {
    /// Stable across releases.
    public var code: String {
        switch self {
        case .unreadable: "WORD-1"
        case .notJSON: "WORD-2"
        case .badMessage: "WORD-3"
        case .noEnglish: "WORD-4"
        }
    }

    /// One sentence for whoever edits the words.
    public var advice: String {
        switch self {
        case .unreadable(let path): "The words in \(path) cannot be read: check that the file is there and may be read."
        case .notJSON(let file, let why): "\(file) is not a words file: \(why)."
        case .badMessage(let file, let key, let why): "\(file) has a mistake in \(key): \(why)."
        case .noEnglish(let path): "There is no en.json in \(path), and English stands in for what others lack."
        }
    }
}
