#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace doorstep {

/// Why something was refused. One table (base/refusal.cpp) maps each kind to an HTTP status and an exit code.
enum class RefusalKind {
    invalid,     ///< what was given is missing or wrong; a person can correct it
    forbidden,   ///< this person may not do this
    not_found,   ///< not there, or this person may not know that it is
    conflict,    ///< changed by someone else, or already done
    closed,      ///< the record is closed
    unlawful,    ///< a rule of law or a landlord's standard stops it
    too_many,    ///< tried too often
    expired,     ///< the link or session has ended
    signed_out,  ///< nobody is signed in
    restricted,  ///< a restricted record: a reason is asked for first
};

/// One thing wrong, in words for a person, and the field it belongs to when there is one.
struct Problem {
    std::string field;  ///< form field name, empty when it concerns the whole
    std::string
        message;  ///< a sentence without a full stop, saying what to do: "Enter the date of the contact"
};

/// An expected refusal: not a failure of the program. Carries every problem found, not only the first.
class Refusal {
  public:
    Refusal(RefusalKind kind, std::string_view code, std::string message)
        : kind_(kind), code_(code), message_(std::move(message)) {}

    RefusalKind kind() const { return kind_; }
    /// Short, stable, for machines and tests: "case-closed".
    std::string const& code() const { return code_; }
    /// For people.
    std::string const& message() const { return message_; }
    std::vector<Problem> const& problems() const { return problems_; }
    /// The provision or standard that stops it, such as "sla.first_contact_wd"; empty when none.
    std::string const& provision() const { return provision_; }

    Refusal&& with_problem(std::string field, std::string message) && {
        problems_.push_back({std::move(field), std::move(message)});
        return std::move(*this);
    }
    Refusal&& with_provision(std::string id) && {
        provision_ = std::move(id);
        return std::move(*this);
    }

  private:
    RefusalKind kind_;
    std::string code_;
    std::string message_;
    std::vector<Problem> problems_;
    std::string provision_;
};

int http_status(RefusalKind kind);
int exit_code(RefusalKind kind);
std::string_view name_of(RefusalKind kind);

}  // namespace doorstep
