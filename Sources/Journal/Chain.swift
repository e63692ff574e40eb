import CCrypto
import GRDB

/// Every entry carries the SHA-256 of itself and of the one before it: an entry that was changed, removed or slipped
/// in later is found, because nothing after it fits any more.
///
/// Patron numbers are outside, so that forgetting them breaks nothing.
enum Chain {
    /// Stands before the first entry.
    static let start = [UInt8](repeating: 0, count: 32)

    /// - Parameter previous: the hash of the entry before, 32 bytes.
    /// - Returns: 32 bytes.
    static func hash(after previous: [UInt8], sequence: Int, at: String, _ columns: Columns) -> [UInt8] {
        var bytes = previous
        bytes += framed(String(sequence)) + framed(at)
        for value in columns.values {
            switch value?.databaseValue.storage {
            case .int64(let number)?: bytes += framed(String(number))
            case .string(let text)?: bytes += framed(text)
            case .double?, .blob?, .null?, nil: bytes.append(UInt8(ascii: "-"))
            }
        }
        return sha256(bytes)
    }

    /// The length goes first, so that no two different entries can ever be the same bytes.
    private static func framed(_ text: String) -> [UInt8] { Array("\(text.utf8.count):\(text)".utf8) }

    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = SHA256(bytes, bytes.count, &digest)
        return digest
    }
}
