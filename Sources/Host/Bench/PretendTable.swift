/// What lies on the bench when it is set up.
public struct PretendTable: Sendable {
    public struct Book: Sendable {
        public var barcode: String
        public var title: String
        public init(barcode: String, title: String) { (self.barcode, self.title) = (barcode, title) }
    }

    public struct Card: Sendable {
        public var barcode: String
        public var label: String
        public var name: String
        public var note: String
        public init(barcode: String, label: String, name: String, note: String) {
            (self.barcode, self.label, self.name, self.note) = (barcode, label, name, note)
        }
    }

    public var books: [Book]
    public var cards: [Card]
    public init(books: [Book], cards: [Card]) { (self.books, self.cards) = (books, cards) }
}
