#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// What somebody said in the survey beside what the file of their case shows (M-107).
namespace doorstep::domain::surveys {

/// A question with the record it is held against.
struct SaidDonePair {
    std::string question;
    std::string title;
    std::string record;  ///< in words
};

struct SaidDoneRules {
    int smallest_base = 0;
    std::vector<SaidDonePair> pairs;
};

/// Answers to one question, each with what the record says.
struct SaidDoneTally {
    std::int64_t both_yes = 0;
    std::int64_t said_only = 0;    ///< they say yes, the record does not
    std::int64_t record_only = 0;  ///< the record says yes, they do not
    std::int64_t both_no = 0;
    std::int64_t no_record = 0;  ///< nothing fell due, so there is nothing to hold against

    std::int64_t base() const { return both_yes + said_only + record_only + both_no; }
    std::int64_t agree() const { return both_yes + both_no; }
};

}  // namespace doorstep::domain::surveys
