import { holdConversations } from "./hold-conversations.ts";

holdConversations("Words");
