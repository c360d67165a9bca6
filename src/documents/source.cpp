#include "documents/source.h"

#include <zlib.h>

#include <cerrno>
#include <cstring>

#include "base/failure.h"

namespace doorstep::documents {
namespace {

constexpr std::size_t piece_size = 256 * 1024;

class FileSource : public Source {
  public:
    explicit FileSource(std::filesystem::path const& path) : name_(path.filename().string()) {
        if (!std::filesystem::is_regular_file(path))
            throw GatewayError(FailureKind::refused, name_ + " is not a file that can be read");
        file_ = ::gzopen(path.c_str(), "rb");
        if (!file_)
            throw GatewayError(FailureKind::refused, name_ + " cannot be opened: " + std::strerror(errno));
        ::gzbuffer(file_, piece_size);
        total_ = static_cast<std::int64_t>(std::filesystem::file_size(path));
    }
    FileSource(FileSource const&) = delete;
    FileSource& operator=(FileSource const&) = delete;
    ~FileSource() override { ::gzclose(file_); }

    void next(std::string& piece) override {
        piece.resize(piece_size);
        auto const count = ::gzread(file_, piece.data(), static_cast<unsigned>(piece.size()));
        // A packed file that was cut short gives what there is, and says so only at its end.
        int error = Z_OK;
        char const* words = ::gzerror(file_, &error);
        if (count < 0 || (count == 0 && error != Z_OK))
            throw GatewayError(FailureKind::corrupt, name_ + " is damaged or cut short" +
                                                         (words && *words ? std::string(": ") + words : ""));
        piece.resize(static_cast<std::size_t>(count));
    }
    std::int64_t bytes_read() const override { return ::gzoffset(file_); }
    std::int64_t bytes_total() const override { return total_; }

  private:
    std::string name_;
    gzFile file_ = nullptr;
    std::int64_t total_ = 0;
};

class TextSource : public Source {
  public:
    explicit TextSource(std::string text) : text_(std::move(text)), size_(text_.size()) {}
    void next(std::string& piece) override {
        piece = std::move(text_);
        text_.clear();
        read_ = size_;
    }
    std::int64_t bytes_read() const override { return static_cast<std::int64_t>(read_); }
    std::int64_t bytes_total() const override { return static_cast<std::int64_t>(size_); }

  private:
    std::string text_;
    std::size_t size_;
    std::size_t read_ = 0;
};

}  // namespace

std::unique_ptr<Source> open_file(std::filesystem::path const& path) {
    return std::make_unique<FileSource>(path);
}

std::unique_ptr<Source> open_text(std::string text) { return std::make_unique<TextSource>(std::move(text)); }

std::string read_whole_file(std::filesystem::path const& path, std::size_t limit) {
    auto const source = open_file(path);
    std::string whole;
    std::string piece;
    for (source->next(piece); !piece.empty(); source->next(piece)) {
        whole += piece;
        if (whole.size() > limit)
            throw GatewayError(FailureKind::refused, path.filename().string() + " is too large");
    }
    return whole;
}

}  // namespace doorstep::documents
