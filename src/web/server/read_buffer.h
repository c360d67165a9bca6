#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>

namespace doorstep::web::server {

/// Bytes received and not yet used. Starts small, grows as asked, and is small again while a connection is
/// idle.
class ReadBuffer {
  public:
    static constexpr std::size_t small = 2 * 1024;  ///< holds a browser's usual request head

    std::string_view unread() const { return {bytes_.get() + begin_, end_ - begin_}; }
    bool is_empty() const { return begin_ == end_; }
    void consume(std::size_t size) { begin_ += size; }

    /// Room for more bytes behind the unread ones. Grows to twice the size when full, at most to `limit`;
    /// empty when `limit` bytes are unread already.
    std::span<char> free_space(std::size_t limit) {
        if (is_empty()) begin_ = end_ = 0;
        std::size_t const kept = end_ - begin_;
        if (kept == capacity_ && capacity_ < limit)
            resize(std::min(limit, std::max(small, capacity_ * 2)));
        else if (end_ == capacity_ && begin_ > 0)
            move_to_front();
        return {bytes_.get() + end_, capacity_ - end_};
    }
    void commit(std::size_t size) { end_ += size; }

    /// For a big body.
    void grow(std::size_t size) {
        if (capacity_ < size) resize(size);
    }
    void shrink() {
        if (is_empty() && capacity_ > small) *this = ReadBuffer();
    }

  private:
    void move_to_front() {
        std::memmove(bytes_.get(), bytes_.get() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    void resize(std::size_t capacity) {
        auto larger = std::make_unique_for_overwrite<char[]>(capacity);
        if (!is_empty()) std::memcpy(larger.get(), bytes_.get() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
        bytes_ = std::move(larger);
        capacity_ = capacity;
    }

    std::unique_ptr<char[]> bytes_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace doorstep::web::server
