#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "usecases/demo/world.h"

namespace doorstep::usecases::demo {

enum class StoryKind {
    case_file,
    everyday_noise,
    signposted,
    withdrawn,
    waiting,  ///< nobody has decided yet
    being_looked_at,
};

/// How a case stands to an earlier one.
enum class Relation {
    none,
    counter,  ///< the person complained about complains in turn
    again,    ///< the same people as before
};

/// What is settled about a report, and the case that came of it, before its life is told: when, of what kind,
/// and the numbers that depend on everything else that came in.
struct Story {
    std::uint64_t number = 0;  ///< also its seed
    StoryKind kind = StoryKind::case_file;
    Relation relation = Relation::none;
    std::uint64_t of = 0;       ///< number of the earlier story
    std::uint8_t category = 0;  ///< place in DemoData::categories
    std::uint8_t channel = 0;   ///< place in `channels()`
    bool in_danger = false;
    bool taken_as_high = false;  ///< decided at once
    Instant received_at;
    Instant opened_at;  ///< or decided
    std::int32_t report_number = 0;
    std::int32_t case_number = 0;
    struct Later {
        Instant received_at;
        std::int32_t number = 0;
    };
    std::vector<Later> later;  ///< further reports of the same
};

std::vector<std::string> const& channels();

struct Counter {
    std::string kind;  ///< "report", "case"
    int year = 0;
    std::int64_t next_number = 1;
};

struct Stories {
    std::vector<Story> in_order;  ///< by the day received
    std::vector<Counter> counters;
    Story const& numbered(std::uint64_t number) const { return in_order[place_of[number]]; }
    std::vector<std::uint32_t> place_of;  ///< by number
};

/// `cases` cases, and the reports beside them that became none, over the days of the world: more in summer
/// where that is its kind, more on Mondays, more every year.
Stories plan_stories(World const& world, std::int64_t cases);

}  // namespace doorstep::usecases::demo
