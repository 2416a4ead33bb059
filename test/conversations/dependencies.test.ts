import { holdConversations } from "./hold-conversations.ts";

holdConversations("Dependencies");
