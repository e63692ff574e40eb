/// A code page made ready for looking up both ways.
struct CodeTable: Sendable {
    let page: CodePage
    private let characters: [Character]
    /// Characters are compared as Unicode says: `é` in one piece and in two are the same.
    private let bytes: [Character: UInt8]

    init(_ page: CodePage) {
        self.page = page
        characters = Array(page.upperHalf)
        precondition(characters.count == 128, "a code page has 128 characters in its upper half")
        var bytes: [Character: UInt8] = [:]
        for (index, character) in characters.enumerated() where character != " " && bytes[character] == nil {
            bytes[character] = UInt8(0x80 + index)
        }
        self.bytes = bytes
    }

    static let all = CodePage.allCases.map { CodeTable($0) }

    static func of(_ page: CodePage) -> CodeTable { all[CodePage.allCases.firstIndex(of: page)!] }

    func byte(_ character: Character) -> UInt8? { bytes[character] }
    func character(_ byte: UInt8) -> Character { characters[Int(byte) - 0x80] }
}
