#include "documents/csv/reader.h"

#include <csv.h>

#include <new>

#include "base/text.h"
#include "documents/csv/windows_1252.h"
#include "documents/source.h"

namespace doorstep::documents::csv {
namespace {

/// libcsv removes spaces around a field unless told that there are none.
int no_space(unsigned char) { return 0; }

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

}  // namespace

/// libcsv parses; lines are counted here, by handing it one at a time.
struct Reader::State {
    std::unique_ptr<Source> source;
    Options options;
    csv_parser parser{};

    std::string piece;
    std::size_t at = 0;
    bool at_start = true;
    bool ended = false;

    std::deque<Record> ready;
    Record record;
    std::int64_t line = 1;   ///< of the next byte
    bool in_record = false;  ///< a quoted field goes on over the end of a line
    std::size_t record_bytes = 0;
    bool after_return = false;  ///< the last byte was CR: an LF now belongs to it

    State(std::unique_ptr<Source> from, Options const& how) : source(std::move(from)), options(how) {
        ::csv_init(&parser, CSV_REPALL_NL | CSV_APPEND_NULL);
        ::csv_set_delim(&parser, static_cast<unsigned char>(options.separator));
        ::csv_set_space_func(&parser, no_space);
    }
    State(State const&) = delete;
    State& operator=(State const&) = delete;
    ~State() { ::csv_free(&parser); }

    static void on_field(void* text, std::size_t size, void* self) {
        auto& fields = static_cast<State*>(self)->record.fields;
        std::string field(static_cast<char const*>(text), size);
        fields.push_back(text::is_valid_utf8(field) ? text::normalise(field) : from_windows_1252(field));
    }
    static void on_row(int, void* self) { static_cast<State*>(self)->end_record(); }

    void end_record() {
        bool const blank = record.fields.empty() || (record.fields.size() == 1 && record.fields[0].empty());
        if (!blank) ready.push_back(std::move(record));
        record = Record{};
        in_record = false;
        record_bytes = 0;
    }

    /// Up to and with the next end of a line.
    std::string_view next_line() {
        auto const rest = std::string_view(piece).substr(at);
        auto const end = rest.find_first_of("\r\n");
        auto const taken = rest.substr(0, end == std::string_view::npos ? rest.size() : end + 1);
        at += taken.size();
        return taken;
    }

    bool fill() {
        if (at < piece.size()) return true;
        source->next(piece);
        at = 0;
        return !piece.empty();
    }

    void parse(std::string_view bytes) {
        bool const rest_of_line_end = after_return && bytes == "\n";
        after_return = bytes.ends_with('\r');
        if (!in_record && !rest_of_line_end) {
            record.line = line;
            in_record = true;
        }
        record_bytes += bytes.size();
        // Without CSV_STRICT the parser stops only for want of memory.
        if (::csv_parse(&parser, bytes.data(), bytes.size(), on_field, on_row, this) != bytes.size())
            throw std::bad_alloc();
        if (bytes.ends_with('\r') || (bytes.ends_with('\n') && !rest_of_line_end)) ++line;
    }

    tl::unexpected<Refusal> unclosed() const {
        return refuse(RefusalKind::invalid, "csv-quote",
                      "Line " + std::to_string(record.line) + ": a quote is opened and never closed");
    }

    /// Feeds one line, or the part of it that has been read. False at the end of the file.
    Expected<bool> advance() {
        if (!fill()) {
            if (ended) return false;
            ended = true;
            // An end of line ends the last record, unless a quote is open: then it is one more of its
            // characters.
            if (in_record) parse("\n");
            if (in_record) return unclosed();
            return false;
        }
        if (at_start) {
            at_start = false;
            if (piece.starts_with(utf8_mark)) at = utf8_mark.size();
            if (piece.starts_with("\xff\xfe") || piece.starts_with("\xfe\xff"))
                return refuse(RefusalKind::invalid, "csv-utf-16",
                              "The file is UTF-16: save it as CSV in UTF-8 and try again");
            if (at == piece.size()) return true;
        }
        parse(next_line());
        if (record_bytes > options.longest_record) return unclosed();
        return true;
    }
};

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Reader Reader::of_file(std::filesystem::path const& path, Options const& options) {
    return Reader(std::make_unique<State>(open_file(path), options));
}

Reader Reader::of_text(std::string text, Options const& options) {
    return Reader(std::make_unique<State>(open_text(std::move(text)), options));
}

Expected<std::optional<Record>> Reader::next() {
    while (state_->ready.empty()) {
        auto const more = state_->advance();
        if (!more) return refuse(more.error());
        if (!*more && state_->ready.empty()) return std::optional<Record>();
    }
    std::optional<Record> record = std::move(state_->ready.front());
    state_->ready.pop_front();
    return record;
}

std::int64_t Reader::bytes_read() const { return state_->source->bytes_read(); }
std::int64_t Reader::bytes_total() const { return state_->source->bytes_total(); }

}  // namespace doorstep::documents::csv
