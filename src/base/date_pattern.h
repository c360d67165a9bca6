#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/instant.h"

namespace doorstep {

/// How another system writes dates: "DD/MM/YYYY", "MM/DD/YYYY hh:mm:ss AM", "YYYY-MM-DDTHH:mm".
///
/// YYYY year, MM month, DD day, HH hour of 24, hh hour of 12, mm minute, ss second, AM "AM" or "PM" in either
/// case, MMM "Jan" to "Dec". Two letters take one or two figures. Everything else stands for itself.
class DatePattern {
  public:
    /// Nothing when it does not name day, month and year once each, has half a time, or an hour of 12 without
    /// AM.
    static std::optional<DatePattern> parse(std::string_view pattern);

    struct Read {
        Date date;
        std::optional<TimeOfDay> time;  ///< when the pattern has one
    };
    /// Nothing when the text is not so written, or the day or time does not exist. Spaces around it are no
    /// matter.
    std::optional<Read> read(std::string_view text) const;
    bool has_time() const { return has_time_; }

  private:
    enum class Part { literal, year, month, month_name, day, hour, hour_of_12, minute, second, half };
    struct Token {
        Part part;
        char literal = 0;
    };
    static Part part_at(std::string_view pattern, std::size_t& at);
    std::vector<Token> tokens_;
    bool has_time_ = false;
};

}  // namespace doorstep
