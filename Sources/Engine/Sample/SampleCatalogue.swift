import Circulation

/// The books and cards of the sample library, for whoever puts them on a table.
public struct SampleCatalogue: Equatable, Sendable {
    public struct Book: Equatable, Sendable {
        public var barcode: ItemBarcode
        public var title: String
        public var author: String
        public var lc: String
        public var dewey: String
        /// What is special about it, or empty.
        public var note: String
    }

    public struct Card: Equatable, Sendable {
        public var barcode: PatronBarcode
        /// The name on the card.
        public var label: String
        /// What happens with it.
        public var note: String
    }

    /// 300 works; all that have no note are on the shelf of the main branch.
    public var items: [Book]
    public var cards: [Card]

    public static let pin = Secret("1234")

    /// Place 1 is 31234000000016.
    public static func item(_ place: Int) -> ItemBarcode { ItemBarcode(numbered(3_123_400_000_000 + place)) }
    /// Place 1 is 21234000000018.
    public static func card(_ place: Int) -> PatronBarcode { PatronBarcode(numbered(2_123_400_000_000 + place)) }

    /// Thirteen digits and a check digit, as on most library barcodes: Luhn, modulo 10.
    static func numbered(_ thirteen: Int) -> String {
        var (rest, sum, isDoubled) = (thirteen, 0, true)
        while rest > 0 {
            let digit = rest % 10 * (isDoubled ? 2 : 1)
            sum += digit > 9 ? digit - 9 : digit
            rest /= 10
            isDoubled.toggle()
        }
        return "\(thirteen)\((10 - sum % 10) % 10)"
    }
}

extension Library {
    public static let sampleCatalogue: SampleCatalogue = {
        let works = (WorksOne.rows + "\n" + WorksTwo.rows).split(separator: "\n")
        let items = works.enumerated().map { index, row in
            let parts = row.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
            precondition(parts.count == 4, "a work has a title, an author and two call numbers")
            return SampleCatalogue.Book(
                barcode: SampleCatalogue.item(index + 1), title: parts[0], author: parts[1], lc: parts[2],
                dewey: parts[3], note: SamplePlace(rawValue: index + 1)?.note ?? "")
        }
        let cards = SampleCard.allCases.map { card in
            SampleCatalogue.Card(barcode: card.barcode, label: card.name, note: card.note)
        }
        return SampleCatalogue(items: items, cards: cards)
    }()
}
