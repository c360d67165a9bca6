#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"

namespace doorstep::documents::csv {

/// One record: its fields as they stand in the file, and where it is.
struct Record {
    std::int64_t line = 0;  ///< of its first character; the first line of a file is 1
    std::vector<std::string> fields;
};

struct Options {
    char separator = ',';
    /// A record longer than this is refused: usually a quote that nobody closed.
    std::size_t longest_record = 1'000'000;
};

/// Reads comma separated values (RFC 4180), one record at a time, whatever the size of the file.
///
/// Line ends may be CRLF, LF or CR; lines inside quoted fields count. Spaces belong to a field. A quote
/// inside an unquoted field is an ordinary character. Blank lines are left out. A byte order mark is removed.
/// Fields that are not UTF-8 are taken for Windows-1252, which spreadsheet programs write. A file that gzip
/// made is unpacked as it is read.
class Reader {
  public:
    /// GatewayError when the file cannot be read.
    static Reader of_file(std::filesystem::path const& path, Options const& options = {});
    static Reader of_text(std::string text, Options const& options = {});
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    /// The next record, or nothing at the end. Refused, with the line, when a quote is not closed, a record
    /// is too long, or the file is UTF-16. GatewayError when the disk fails or the packed file is damaged.
    Expected<std::optional<Record>> next();

    /// For progress: bytes of the file (packed, when it is) read so far and altogether.
    std::int64_t bytes_read() const;
    std::int64_t bytes_total() const;

  private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace doorstep::documents::csv
