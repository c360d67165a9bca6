#pragma once

#include <boost/json.hpp>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.h"

namespace doorstep::components_tests {

/// The options of a fixture, read into our structs:
///   options.read("text", button.text).read("html", button.html);
/// A structure of its own is read by `void read_into(Options const&, Structure&)`. What JavaScript takes for
/// false is not an item of a list. Remembers what was read, so that an option nobody reads is noticed.
class Options {
  public:
    explicit Options(boost::json::value const& value);

    Options const& read(std::string_view name, std::string& target) const;
    Options const& read(std::string_view name, std::optional<std::string>& target) const;
    Options const& read(std::string_view name, Html& target) const;
    Options const& read(std::string_view name, bool& target) const;
    Options const& read(std::string_view name, std::optional<bool>& target) const;
    Options const& read(std::string_view name, int& target) const;
    Options const& read(std::string_view name, Attributes& target) const;
    Options const& read(std::string_view name, std::vector<std::string>& target) const;

    template <class Item>
    Options const& read(std::string_view name, std::vector<Item>& target) const {
        for (auto const& item : items(name)) {
            Item& read = target.emplace_back();
            read_into(item, read);
        }
        return *this;
    }

    template <class Structure>
    Options const& read(std::string_view name, Structure& target) const {
        if (auto const inner = object(name)) read_into(*inner, target);
        return *this;
    }

    /// An object, or nothing.
    std::optional<Options> object(std::string_view name) const;
    std::vector<Options> items(std::string_view name) const;
    /// The items of a list that is itself an item.
    std::vector<Options> items() const;
    bool is_false(std::string_view name) const;
    bool is_text(std::string_view name) const;
    /// Names and values of an object whose names are data.
    std::vector<std::pair<std::string, std::string>> pairs(std::string_view name) const;

    /// Every option that is there and was not read: "items[2].label.attributes".
    std::vector<std::string> unread() const;

  private:
    using Log = std::set<std::string>;
    Options(boost::json::value const& value, std::string path, std::shared_ptr<Log> log);
    boost::json::value const* find(std::string_view name) const;
    std::string path_of(std::string_view name) const;

    boost::json::value const* value_;
    std::string path_;
    std::shared_ptr<Log> log_;
};

}  // namespace doorstep::components_tests
